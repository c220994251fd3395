export default {
  name: 'digits-mlp',
  place: 1,
  figure: 'accuracy',
  goal: 0.98,
  peer: 'pytorch',
  peerSeeds: 1,
};
