export default {
  name: 'digits-cnn',
  place: 2,
  figure: 'accuracy',
  goal: 0.991,
  peer: 'pytorch',
  peerSeeds: 1,
};
