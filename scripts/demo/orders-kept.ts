/** The control doors as they were found: what a demonstration orders there is gone when it is over. */
import { agenciesAtHand, type Callers } from './callers';

interface Door {
  behaviours: object[];
}

/** Looks now; what it answers puts every order back that stood there, and no other. */
export async function keepOrders({ atAgency }: Pick<Callers, 'atAgency'>): Promise<() => Promise<void>> {
  const found = await Promise.all(
    agenciesAtHand.map(async (agency) => {
      const { body } = await atAgency<Door>(agency, 'GET /control');
      return { agency, orders: body.behaviours };
    }),
  );
  return async () => {
    for (const { agency, orders } of found) {
      await atAgency(agency, 'DELETE /control/behaviour');
      for (const order of orders) await atAgency(agency, 'PUT /control/behaviour', order);
    }
  };
}
