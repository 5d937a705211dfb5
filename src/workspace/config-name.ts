/** The name of the configuration, and the mark of a root. */
export const CONFIG_NAME = 'milepost.yaml';
