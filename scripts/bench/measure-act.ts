/** One caseworker's act over HTTP, one after the other, against a bare update with one regular activity. */
import { createDelivery } from '../../api/delivery';
import { connectDatabase } from '../../db/connect';
import { createIntake } from '../../db/intake';
import { createHeartbeat } from '../../db/heartbeat';
import { createActReads } from '../../db/reads/acts';
import { defaultTaskQueue } from '../../workflows/messages';
import { randomUUID } from 'node:crypto';
import { bareTaskQueue } from './bare-task-queue';
import { assign, openOverHttp } from './live-life-over-http';
import { alternate } from './rounds';
import type { Scene } from './scene';
import { atMost, spreadHead, spreadRow, type Section } from './section';
import { medianOf, num, ratiosOf, spreadOf } from './spread';
import { caseworker } from './synthetic-case';

const warmUps = 10;
type Split = Record<'whole' | 'register' | 'update' | 'settle', number>;

export async function measureAct(scene: Scene): Promise<Section> {
  const { plan, desk } = scene;
  const openedCase = await openOverHttp(desk);
  const bare = await openBareCase(scene);
  const oneAct = () => assign(desk, openedCase);
  for (let time = 0; time < warmUps; time += 1) {
    await oneAct();
    await bare.act();
  }
  const { ours, bare: barely } = await alternate(plan.rounds, {
    ours: () => timeEach(plan.acts, oneAct),
    bare: () => timeEach(plan.acts, bare.act),
  });
  await bare.end();
  return tell({ ours, bare: barely, splits: await timeSplit(scene) });
}

async function openBareCase({ bareClient }: Scene) {
  const workflowId = `bare-case-${randomUUID()}`;
  const handle = await bareClient.workflow.start('bareCase', {
    workflowId,
    taskQueue: bareTaskQueue,
    args: [workflowId],
  });
  const args: [object] = [{ assignee: caseworker.id }];
  return {
    act: () => handle.executeUpdate<unknown, [object]>('act', { args, updateId: randomUUID() }),
    end: () => handle.signal('end'),
  };
}

/** Milliseconds of each. */
async function timeEach(times: number, act: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) taken.push(await timed(act));
  return taken;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}

/** A whole act, and after it the API's own parts of another one, called one by one from here on the same case. */
async function timeSplit({ plan, desk, client, ground }: Scene): Promise<Split[]> {
  const caseId = await openOverHttp(desk);
  const { db, close } = connectDatabase(ground.environments.api['DATABASE_URL'] ?? '', () => undefined);
  const intake = createIntake(db);
  const deliver = createDelivery({
    client,
    taskQueue: defaultTaskQueue,
    reads: createActReads(db),
    heartbeat: createHeartbeat(db),
  });
  const data = { assignee: caseworker.id };
  const once = async (): Promise<Split> => {
    const incoming = {
      caseId,
      verb: 'assignCase',
      actor: caseworker,
      body: { caseId, sent: data },
      message: data,
    };
    const whole = await timed(() => assign(desk, caseId));
    const at = [performance.now()];
    const tick = () => void at.push(performance.now());
    const { entry } = await intake.register({ ...incoming, idempotencyKey: randomUUID(), leaseMs: 8_000 });
    await intake.isNext(entry);
    tick();
    const settlement = await deliver(entry, 5_000);
    tick();
    if (settlement === undefined) throw new Error('nobody answered an act in time');
    await intake.settle(entry.number, settlement);
    tick();
    const [start = 0, registered = 0, delivered = 0, settled = 0] = at;
    return {
      whole,
      register: registered - start,
      update: delivered - registered,
      settle: settled - delivered,
    };
  };
  const splits: Split[] = [];
  for (let time = 0; time < warmUps + plan.acts; time += 1) splits.push(await once());
  await close();
  return splits.slice(warmUps);
}

function tell({ ours, bare, splits }: { ours: number[][]; bare: number[][]; splits: Split[] }): Section {
  const [oursP50, bareP50] = [ours.map(medianOf), bare.map(medianOf)];
  const ratio = ratiosOf(oursP50, bareP50);
  const part = (name: keyof Split) =>
    spreadRow(`of which ${name}`, 'ms', spreadOf(splits.map((split) => split[name])));
  const rest = splits.map(({ whole, register, update, settle }) => whole - register - update - settle);
  return {
    title: 'One act of a caseworker',
    verdicts: [atMost(1.5, 'one caseworker act (assignCase over HTTP), p50, against a bare update', ratio)],
    tables: [
      {
        head: spreadHead,
        rows: [
          spreadRow('assignCase over HTTP, each', 'ms', spreadOf(ours.flat())),
          spreadRow('bare update with one activity, each', 'ms', spreadOf(bare.flat())),
          spreadRow('assignCase, p50 of a round', 'ms', spreadOf(oursP50)),
          spreadRow('bare update, p50 of a round', 'ms', spreadOf(bareP50)),
          spreadRow('ratio of the p50s', '', ratio),
          spreadRow(
            'assignCase over HTTP, in turns with its parts',
            'ms',
            spreadOf(splits.map(({ whole }) => whole)),
          ),
          part('register'),
          part('update'),
          part('settle'),
        ],
      },
    ],
    notes: [
      'One after the other, nobody else on the machine. The bare side is a plain Temporal client that sends an update ' +
        'whose handler awaits one regular activity that inserts one row.',
      'The parts are taken by calling the API’s own register, delivery and settling from the bench’s process, in turns with ' +
        `whole acts on the same case. HTTP, token, access and schema take what remains: ${num(medianOf(rest))} ms at the median.`,
    ],
  };
}
