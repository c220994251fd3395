// What the test of faults needs of the product, on a file system that fails.
export { faultOf } from '../../../src/runs/faultOf';
export { newRun } from '../../../src/runs/newRun';
export { savedRun } from '../../../src/runs/savedRun';
export { startSession } from '../../../src/runs/session';
export { faults } from './faultyFiles';
