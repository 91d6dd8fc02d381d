/** The workflows a worker runs. */
export { residencePermit } from './residence-permit';
export { exportCase } from './export-case';
