export default {
  place: 7,
  name: 'cnn-mnist',
  shape: '1×28×28, conv 8 3×3 same, relu, pool 2, conv 16, relu, pool 2, 784-64-10',
  waits: 'the convolution and pooling layers',
};
