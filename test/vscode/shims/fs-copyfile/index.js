// Stands for a native module that copies files; Node's own copy does the same, a little slower.
const fs = require('node:fs');

exports.copyFile = (from, to, mode) => fs.promises.copyFile(from, to, mode);
exports.cp = (from, to, options) => fs.promises.cp(from, to, options);
