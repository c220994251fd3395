export default {
  name: 'iris',
  place: 3,
  seeds: 10,
  figure: 'accuracy',
  peer: 'scikit-learn',
  goal: 0.93,
};
