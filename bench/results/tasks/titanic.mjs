export default {
  name: 'titanic',
  place: 6,
  seeds: 10,
  figure: 'accuracy',
  peer: 'scikit-learn',
  goal: 0.8,
  changed: 'a dropout of 0.5 behind the hidden layer',
};
