import { joining } from './given/joining';

export const add = joining('add');
