// Fills template.docx with data.json over and over for some seconds and prints documents per second.
// usage: node docxtemplater.mjs FOLDER SECONDS
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";

const [folder, seconds] = [process.argv[2], Number(process.argv[3])];
const template = readFileSync(join(folder, "template.docx"));
const data = JSON.parse(readFileSync(join(folder, "data.json"), "utf8"));

function fill() {
  const doc = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
  doc.render(data);
  return doc.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
}

writeFileSync(join(folder, "docxtemplater.docx"), fill());
for (let i = 0; i < 3; i++) fill();
const start = process.hrtime.bigint();
let count = 0;
while (Number(process.hrtime.bigint() - start) / 1e9 < seconds) { fill(); count++; }
console.log((count / (Number(process.hrtime.bigint() - start) / 1e9)).toFixed(3));
