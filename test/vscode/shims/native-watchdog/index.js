// Stands for a native module that ends the process when its parent is gone: see endWithParent.mjs.
exports.start = () => {};
exports.exit = code => process.exit(code || 0);
