/** The bundling step of the build: writes dist/workflow-bundle.js from the compiled workflows. */
import { writeFile } from 'node:fs/promises';
import { buildBundle } from './build-bundle';
import { bundlePath } from './bundle-file';

buildBundle(require.resolve('../workflows'))
  .then((code) => writeFile(bundlePath, code))
  .catch((error: Error) => {
    process.stderr.write(`the workflows could not be bundled: ${error.message}\n`);
    process.exitCode = 1;
  });
