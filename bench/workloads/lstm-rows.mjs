export default {
  place: 12,
  name: 'lstm-rows',
  shape: '28 steps of 28, LSTM 64, 10',
  waits: 'the LSTM layer',
};
