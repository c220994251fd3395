import { joining } from './given/joining';

export const average = joining('average');
