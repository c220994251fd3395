/** The network of cats-augmented, which sees each picture as it is. */
export default {
  name: 'cats-plain',
  place: 9,
  seeds: 5,
  figure: 'accuracy',
};
