/** The workspace is drawn from this device's own copy; the server only sends the shell. */
export const ssr = false;
