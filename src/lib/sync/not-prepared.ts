/** A part of the app that a command needed could not be loaded: nothing was changed. */
export class NotPrepared extends Error {}
