// Runs inside the extension host: activates the extension and writes how long that took.
const fs = require('node:fs');
const vscode = require('vscode');

exports.run = async () => {
  const extension = vscode.extensions.getExtension('layerwise.layerwise');
  if (extension.isActive) throw new Error('The extension was active already.');
  const began = performance.now();
  await extension.activate();
  const milliseconds = performance.now() - began;
  fs.writeFileSync(process.env.LAYERWISE_ACTIVATION, JSON.stringify({ milliseconds }));
};
