/** Whether a path names a file that metrics can have their values in. */
export const isValueFile = (path: string): boolean => /\.csv$/i.test(path);
