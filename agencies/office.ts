/** What the doors of one agency share. */
import type { BehaviourBoard } from './behaviour-board';
import type { Courier } from './courier';
import type { RequestBook } from './request-book';
import type { Trade } from './trade';
import type { WaitingRoom } from './waiting-room';

export interface Office {
  trade: Trade;
  seed: number;
  book: RequestBook;
  behaviours: BehaviourBoard;
  courier: Courier;
  waitingRoom: WaitingRoom;
}
