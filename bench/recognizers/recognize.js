// Reads the texts of a JSON Lines file with the Chinese models for some seconds; prints kilobytes of UTF-8 a second.
// usage: node recognize.js FILE.jsonl SECONDS
const { readFileSync } = require("node:fs");
const { recognizeNumber, recognizePercentage, recognizeCurrency, recognizeDimension, recognizeDateTime, Culture } = require("@microsoft/recognizers-text-suite");

const texts = readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line).text);
const models = [recognizeNumber, recognizePercentage, recognizeCurrency, recognizeDimension, recognizeDateTime];
const read = (text) => models.reduce((found, model) => { try { return found + model(text, Culture.Chinese).length; } catch { return found; } }, 0);

// Both sides run warm: a first stretch of half the time is not counted.
const warm = process.hrtime.bigint();
for (let k = 0; Number(process.hrtime.bigint() - warm) / 1e9 < Number(process.argv[3]) / 2; k++) read(texts[k % texts.length]);
const start = process.hrtime.bigint();
const elapsed = () => Number(process.hrtime.bigint() - start) / 1e9;
let bytes = 0, found = 0, i = 0;
while (elapsed() < Number(process.argv[3])) {
  const text = texts[i++ % texts.length];
  bytes += Buffer.byteLength(text);
  found += read(text);
}
console.error(`${found} 个数量`);
console.log((bytes / 1000 / elapsed()).toFixed(3));
