/** A value that the schema refuses, in plain words. */
export interface SchemaFault {
  readonly code:
    | 'missing-field'
    | 'unknown-field'
    | 'unknown-type'
    | 'duplicate-id'
    | 'bad-value'
    | 'too-large';
  readonly message: string;
  /** From where the validation began; the object itself for a missing field, the field for an unknown one. */
  readonly path: readonly (string | number)[];
  /** The name of a missing field. */
  readonly missing?: string;
  readonly fixes: readonly SchemaFix[];
}

export type SchemaFix =
  | { readonly title: string; readonly set: readonly (string | number)[]; readonly value: unknown }
  | { readonly title: string; readonly rename: readonly (string | number)[]; readonly to: string };
