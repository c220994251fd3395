interface FieldBase {
  /** The name in the file. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The value that stands where none is written. */
  readonly initial: unknown;
  /** What holds where nothing is written and there is no such value, in words: `worked out`. */
  readonly absent: string;
  readonly required: boolean;
}

export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly integer: boolean;
  readonly minimum: number;
  readonly maximum: number;
  /** Whether the bounds themselves are outside. */
  readonly openMinimum: boolean;
  readonly openMaximum: boolean;
  /** Words that may stand instead of a number: `all`. */
  readonly words: readonly string[];
}

/** Several whole numbers: a shape. */
export interface ListField extends FieldBase {
  readonly kind: 'list';
  readonly minimumLength: number;
  readonly maximumLength: number;
  readonly element: Pick<NumberField, 'minimum' | 'maximum'>;
}

/** A whole number for both sides of a picture, or one for each: a kernel size, a padding. */
export interface SidesField extends FieldBase {
  readonly kind: 'sides';
  readonly minimum: number;
  readonly maximum: number;
  /** Whether the sides may differ; a series has only one. */
  readonly pair: boolean;
  /** Words that may stand instead of a number: `same`. */
  readonly words: readonly (Option & { readonly value: string })[];
}

export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly minimumLength: number;
  readonly maximumLength: number;
  /** Whether several texts may stand, in a list. */
  readonly many: boolean;
}

export interface FlagField extends FieldBase {
  readonly kind: 'flag';
}

export interface Option {
  readonly value: string | number | boolean;
  readonly title: string;
  readonly description: string;
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly Option[];
}

/** An object whose `type` says which fields it has: an optimizer. May be written as the type alone. */
export interface VariantField extends FieldBase {
  readonly kind: 'variant';
  readonly options: readonly (Option & { readonly value: string; readonly fields: readonly Field[] })[];
}

/** A list of such objects: augmentations. */
export interface VariantsField extends FieldBase {
  readonly kind: 'variants';
  readonly item: VariantField;
  readonly maximumLength: number;
}

export interface GroupField extends FieldBase {
  readonly kind: 'group';
  readonly fields: readonly Field[];
}

/** What no widget edits: it is shown as it is written, with a way to the text. */
export interface OtherField extends FieldBase {
  readonly kind: 'other';
}

/** A field as a person fills it in; made from the schema of the file. */
export type Field =
  | NumberField
  | ListField
  | SidesField
  | TextField
  | FlagField
  | ChoiceField
  | VariantField
  | VariantsField
  | GroupField
  | OtherField;

export type FieldOf<K extends Field['kind']> = Extract<Field, { kind: K }>;
