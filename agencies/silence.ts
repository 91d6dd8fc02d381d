/** When an agency says nothing about a request. */
import type { BehaviourBoard } from './behaviour-board';
import { staysSilent } from './people';
import type { KnownRequest } from './request-book';
import type { Trade } from './trade';

/** Told to answer beats the orders at the control door, and those beat what the cast is known for. */
export function keepsSilent(
  { trade, behaviours }: { trade: Trade; behaviours: BehaviourBoard },
  request: KnownRequest,
): boolean {
  if (request.toldToAnswer) return false;
  return behaviours.behaviourFor(request).silent ?? staysSilent(trade.name, request.person.passportNumber);
}
