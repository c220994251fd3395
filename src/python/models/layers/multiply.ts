import { joining } from './given/joining';

export const multiply = joining('multiply');
