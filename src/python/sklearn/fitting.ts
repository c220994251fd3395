import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, formatDim } from '../sizes/size';
import { int, sizeIn, unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';
import { table } from './tables/table';

const named = (module: string, classes: string) =>
  classes.split(' ').map(name => `sklearn.${module}.${name}`);

const regressors = [
  ...named('linear_model', 'LinearRegression Ridge Lasso ElasticNet SGDRegressor'),
  ...named('svm', 'SVR LinearSVR'),
  ...named('tree', 'DecisionTreeRegressor'),
  ...named('ensemble', 'RandomForestRegressor GradientBoostingRegressor'),
  ...named('neighbors', 'KNeighborsRegressor'),
  ...named('neural_network', 'MLPRegressor'),
];
const classifiers = [
  ...named('linear_model', 'LogisticRegression Perceptron SGDClassifier'),
  ...named('svm', 'SVC LinearSVC'),
  ...named('tree', 'DecisionTreeClassifier'),
  ...named('ensemble', 'RandomForestClassifier GradientBoostingClassifier AdaBoostClassifier'),
  ...named('neighbors', 'KNeighborsClassifier'),
  ...named('naive_bayes', 'GaussianNB'),
  ...named('neural_network', 'MLPClassifier'),
];
const estimators = [...regressors, ...classifiers];
const methods = (of: readonly string[], ...all: string[]) =>
  of.flatMap(name => all.map(method => `${name}.${method}`));

/** As many examples in both. */
function agree(call: Call, [a, b]: readonly [string, string], sizes: readonly [Dim, Dim]): boolean {
  const certainty = compareSizes(...sizes);
  if (!isDifferent(certainty)) return true;
  const [left, right] = [call.operand(a), call.operand(b)];
  call.report({
    code: 'label-shape-mismatch',
    certainty,
    message: `${left.words} has ${formatDim(sizes[0])} examples, but ${right.words} has ${formatDim(sizes[1])}: each example needs its label.`,
    related: [...left.origins, ...right.origins],
  });
  return false;
}

function fitted(call: Call): Value {
  const { self, y } = call.args;
  const x = table(call);
  const labels = asArray(y, ndarray)?.shape;
  if (!x || self?.kind !== 'instance') return self ?? unknown;
  if (labels && labels.length > 0 && !agree(call, ['X', 'y'], [x[0], labels[0]])) return self;
  call.set(self.attributes, ' features', int(x[1]));
  call.set(self.attributes, ' outputs', labels ? numpyArray(labels) : unknown);
  return self;
}

/** The rows that a fitted estimator is given; undefined where it can't take them, or where they aren't known. */
function rowsOf(call: Call): Dim | null {
  const { self } = call.args;
  const x = table(call);
  if (!x || self?.kind !== 'instance') return null;
  const features = sizeIn(self.attributes.get(' features'));
  const certainty = compareSizes(x[1], features);
  if (!isDifferent(certainty)) return x[0];
  const { words, origins } = call.operand('X');
  call.report({
    code: 'feature-mismatch',
    certainty,
    message: `${words} is ${formatDims(x)}, but the model was fitted to ${formatDim(features)} features: ${formatDim(x[1])} and ${formatDim(features)} differ.`,
    related: origins,
  });
  return null;
}

function predicted(call: Call): Value {
  const rows = rowsOf(call);
  const outputs = call.args.self?.kind === 'instance' && call.args.self.attributes.get(' outputs');
  if (rows === null || !outputs || outputs.kind !== 'array' || !outputs.shape) return unknown;
  // classes as a column come out as a vector, numbers as the column they were
  return outputs.shape.length === 1 ? numpyArray([rows]) : unknown;
}

export const fitting: Family = {
  title: 'Estimators',
  about:
    '`fit`, `predict` and `score` take rows and columns, as many labels as rows, and as many columns as at first; the scores in `metrics` compare as many values.',
  entries: [
    ...[...estimators, 'sklearn.decomposition.PCA'].map(
      (name): Entry => ({
        kind: 'class',
        names: [name],
        parameters: 'n_components=None, *rest, **extra',
        init: (call, self) => {
          if (call.args.n_components) call.set(self.attributes, 'n_components', call.args.n_components);
        },
      }),
    ),
    {
      kind: 'function',
      names: methods(estimators, 'fit'),
      parameters: 'self, X, y=None, *rest, **extra',
      rule: fitted,
    },
    {
      kind: 'function',
      names: methods(estimators, 'predict'),
      parameters: 'self, X, *rest, **extra',
      rule: predicted,
    },
    {
      kind: 'function',
      names: methods(classifiers, 'predict_proba', 'predict_log_proba'),
      parameters: 'self, X',
      rule: call => {
        const rows = rowsOf(call);
        return rows === null ? unknown : numpyArray([rows, undefined], 'float64');
      },
    },
    {
      kind: 'function',
      names: methods(estimators, 'score'),
      parameters: 'self, X, y, *rest, **extra',
      rule: call => {
        const rows = rowsOf(call);
        const labels = asArray(call.args.y, ndarray)?.shape;
        if (rows !== null && labels && labels.length > 0) agree(call, ['X', 'y'], [rows, labels[0]]);
        return unknown;
      },
    },
    {
      kind: 'function',
      names: ['sklearn.decomposition.PCA.fit'],
      parameters: 'self, X, y=None',
      rule: call => {
        table(call);
        return call.args.self ?? unknown;
      },
    },
    {
      kind: 'function',
      names: methods(['sklearn.decomposition.PCA'], 'transform', 'fit_transform'),
      parameters: 'self, X, y=None',
      rule: call => {
        const x = table(call);
        const { self } = call.args;
        const kept = self?.kind === 'instance' ? self.attributes.get('n_components') : undefined;
        return x ? numpyArray([x[0], kept?.kind === 'int' ? kept.size : undefined], 'float64') : unknown;
      },
    },
    {
      kind: 'function',
      names: named(
        'metrics',
        'accuracy_score mean_squared_error mean_absolute_error r2_score confusion_matrix classification_report f1_score precision_score recall_score',
      ),
      parameters: 'y_true, y_pred, *rest, **extra',
      rule: call => {
        const [a, b] = [call.args.y_true, call.args.y_pred].map(value => asArray(value, ndarray)?.shape);
        if (a && b && a.length > 0 && b.length > 0) agree(call, ['y_true', 'y_pred'], [a[0], b[0]]);
        return unknown;
      },
    },
  ],
};
