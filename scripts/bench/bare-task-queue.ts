/** Where the bare worker listens. */
export const bareTaskQueue = 'bare';
