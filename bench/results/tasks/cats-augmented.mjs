export default {
  name: 'cats-augmented',
  place: 8,
  seeds: 5,
  figure: 'accuracy',
  goal: 0.8,
};
