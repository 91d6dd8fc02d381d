/** The API of a run: as it ships, but for the day of filing, which stays in the pilot. */
import { serveApi } from '../../api/serve';
import { filingDateInPilot } from '../filing-date';

serveApi(filingDateInPilot);
