/** Bundles the workflow code as a worker will run it. */
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** `workflowsPath`: the compiled or source file that exports the workflows. Returns the code, one file. */
export async function buildBundle(workflowsPath: string): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    failureConverterPath: require.resolve('../codec/failure-converter'),
    logger: new DefaultLogger('WARN'),
  });
  return code;
}
