/** The API's process. */
import { serveApi } from './serve';

serveApi();
