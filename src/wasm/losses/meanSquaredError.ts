export { l2 as meanSquaredError } from './l2';
