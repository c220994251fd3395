export default {
  name: 'wine-alcohol',
  place: 7,
  seeds: 10,
  figure: 'r-squared',
  peer: 'scikit-learn',
  changed: '100 iterations, after which it overfits',
};
