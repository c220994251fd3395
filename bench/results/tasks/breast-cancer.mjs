export default {
  name: 'breast-cancer',
  place: 5,
  seeds: 10,
  figure: 'accuracy',
  goal: 0.97,
};
