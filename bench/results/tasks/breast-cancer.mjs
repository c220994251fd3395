export default {
  name: 'breast-cancer',
  place: 5,
  seeds: 10,
  figure: 'accuracy',
  peer: 'scikit-learn',
  goal: 0.97,
  changed:
    'an L2 penalty of 1 and 3,000 iterations, which make it the model of scikit-learn’s LogisticRegression',
};
