/** The continuous integration: little may be done, by code that cannot be exchanged, and all that .ci/run does. */
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readText } from './compose-file';

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<
    string,
    {
      permissions?: object;
      strategy: { matrix: { node: number[] } };
      steps: { uses?: string; run?: string }[];
    }
  >;
}

const text = readText('.github/workflows/ci.yml');
const workflow = parse(text) as Workflow;
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

describe('the continuous integration', () => {
  test('may read the repository and nothing else', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(Object.values(workflow.jobs).filter((job) => job.permissions)).toEqual([]);
    expect(text).toContain('persist-credentials: false');
    expect(text).not.toContain('secrets.');
  });

  test('pins every action by its hash and says which version that is', () => {
    const used = text.split('\n').filter((line) => line.includes('uses:'));
    expect(used).toHaveLength(steps.filter((step) => step.uses).length);
    for (const line of used) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('runs everything on every Node that is promised', () => {
    expect(workflow.jobs['check']?.strategy.matrix.node).toEqual([20, 22, 24]);
    expect(steps.filter((step) => step.run).map((step) => step.run)).toEqual(['bash .ci/run']);
  });
});
