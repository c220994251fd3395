export default {
  name: 'iris',
  place: 3,
  seeds: 10,
  figure: 'accuracy',
  goal: 0.93,
};
