// The calls of a program, by number. Read by both compilers: src/core/kernels/wasm writes programs, `program.ts` here
// runs them.

export const CLEAR = 1;
export const AFFINE = 2;
export const AFFINE_GRADIENT = 3;
export const AFFINE_INPUT_GRADIENT = 4;
export const ACTIVATE = 5;
export const ACTIVATE_GRADIENT = 6;
export const SUBTRACT = 7;
export const ACCUMULATE = 8;
export const ACCUMULATE_ROWS = 9;
export const ACCUMULATE_SLICE = 10;
export const SUM_LOSS = 11;
export const UPDATE = 12;
export const GATHER = 13;
export const SUM_EXAMPLES = 14;
export const ADD_BIAS = 15;
export const ADVANCE = 16;
export const INNER_PRODUCTS = 17;
export const ADD_EXACTLY = 18;

export const LINEAR = 0;
export const SIGMOID = 1;
export const TANH = 2;
export const RELU = 3;
export const LEAKY_RELU = 4;
export const SOFTMAX = 5;

export const BINARY_CROSS_ENTROPY = 0;
export const CATEGORICAL_CROSS_ENTROPY = 1;
export const SQUARED_ERROR = 2;

export const SGD = 0;
export const MOMENTUM = 1;
export const RMSPROP = 2;
export const ADAGRAD = 3;
export const ADAM = 4;

export const UINT8 = 0;
export const INT8 = 1;
export const UINT16 = 2;
export const INT16 = 3;
export const INT32 = 4;
export const FLOAT32 = 5;
export const FLOAT64 = 6;
