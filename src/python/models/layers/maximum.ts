import { joining } from './given/joining';

export const maximum = joining('maximum');
