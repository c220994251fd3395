/** The checker, loaded when the first Python file asks for it. */
export const loadPython = () => import('./python.js');
