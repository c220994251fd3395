// Preloaded into a process: at its end writes the most memory that it held at once.
const fs = require('node:fs');

process.on('exit', () => {
  // maxRSS is in kilobytes
  const peak = process.resourceUsage().maxRSS * 1024;
  fs.writeFileSync(process.env.LAYERWISE_MEMORY, JSON.stringify({ peak }));
});
