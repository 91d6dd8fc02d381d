/** The workflows a worker runs. */
export { residencePermit } from './residence-permit';
export { temporaryPermit } from './temporary-permit';
export { exportCase } from './export-case';
