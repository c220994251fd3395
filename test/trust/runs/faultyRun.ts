// What the test of faults needs of the product, on a file system that fails.
export { faultOf } from '../../../src/runs/faultOf';
export { newRun } from '../../../src/runs/training/newRun';
export { savedRun } from '../../../src/runs/training/savedRun';
export { startSession } from '../../../src/runs/training/session';
export { faults } from './faultyFiles';
