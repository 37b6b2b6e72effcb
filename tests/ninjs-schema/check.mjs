// Usage: node check.mjs SCHEMA GEOJSON < lines
// One JSON text a line on standard input; one line a text on standard output: "valid" or the first fault.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [schemaFile, geojsonFile] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
const geojson = JSON.parse(readFileSync(geojsonFile, "utf8"));
// IPTC's schema refers to GeoJSON by this address; nothing is fetched.
geojson.$id = "https://geojson.org/schema/GeoJSON.json#";
delete geojson.$schema;

const ajv = new Ajv({ strict: false, allErrors: false });
addFormats(ajv);
ajv.addSchema(geojson);
const validate = ajv.compile(schema);

for (const line of readFileSync(0, "utf8").split("\n")) {
  if (line === "") continue;
  const isValid = validate(JSON.parse(line));
  const fault = validate.errors?.[0];
  console.log(isValid ? "valid" : `${fault.instancePath || "/"} ${fault.message} ${JSON.stringify(fault.params)}`);
}
