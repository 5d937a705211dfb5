/** What a person asked for cannot be done; the message says why. */
export class Refused extends Error {}

/** A command was given something that it cannot use. The message is for whoever wrote the call. */
export class WrongArgument extends Error {}

/** A person has closed a question without an answer: whatever it was for does not happen. */
export class Cancelled extends Error {}
