/** The workflows a worker runs. */
export { residencePermit } from './residence-permit';
export { exportClosedCase } from './export-closed-case';
