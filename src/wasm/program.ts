import { activate, activateGradient } from './calls/activation';
import { affine, affineGradient, affineInputGradient, sumExamples } from './calls/affine';
import { accumulate, accumulateRows, accumulateSlice, addBias, addExactly, clear, subtract } from './calls/elementwise';
import { gather } from './calls/gather';
import { innerProducts } from './calls/inner';
import { sumLoss } from './calls/loss';
import { advance, update } from './calls/update';
import { meet } from './meet';
import {
  ACCUMULATE,
  ACCUMULATE_ROWS,
  ACCUMULATE_SLICE,
  ACTIVATE,
  ACTIVATE_GRADIENT,
  ADD_BIAS,
  ADD_EXACTLY,
  ADVANCE,
  AFFINE,
  AFFINE_GRADIENT,
  AFFINE_INPUT_GRADIENT,
  CLEAR,
  GATHER,
  INNER_PRODUCTS,
  SUBTRACT,
  SUM_EXAMPLES,
  SUM_LOSS,
  UPDATE,
} from './opcodes';
import { whole } from './slots';

/**
 * Makes the calls that stand from `from` to `to`, for m examples. A call is its opcode, the number of its slots, and
 * its arguments. Threads meet after each, so that what it wrote is whole for the next.
 */
export function execute(from: usize, to: usize, m: i32): void {
  for (let p = from; p < to; ) {
    const call = p + 16;
    switch (whole(p, 0)) {
      case CLEAR:
        clear(call, m);
        break;
      case AFFINE:
        affine(call, m);
        break;
      case AFFINE_GRADIENT:
        affineGradient(call, m);
        break;
      case AFFINE_INPUT_GRADIENT:
        affineInputGradient(call, m);
        break;
      case SUM_EXAMPLES:
        sumExamples(call, m);
        break;
      case ADD_BIAS:
        addBias(call, m);
        break;
      case ADD_EXACTLY:
        addExactly(call, m);
        break;
      case ACTIVATE:
        activate(call, m);
        break;
      case ACTIVATE_GRADIENT:
        activateGradient(call, m);
        break;
      case SUBTRACT:
        subtract(call, m);
        break;
      case ACCUMULATE:
        accumulate(call, m);
        break;
      case ACCUMULATE_ROWS:
        accumulateRows(call, m);
        break;
      case ACCUMULATE_SLICE:
        accumulateSlice(call, m);
        break;
      case SUM_LOSS:
        sumLoss(call, m);
        break;
      case UPDATE:
        update(call);
        break;
      case ADVANCE:
        advance(call);
        break;
      case GATHER:
        gather(call, m);
        break;
      case INNER_PRODUCTS:
        innerProducts(call, m);
        break;
      default:
        unreachable();
    }
    p = call + ((<usize>whole(p, 1)) << 3);
    meet();
  }
}
