import fc from "fast-check";

/** Every mutant meets the same generated data, and no smaller example is looked for once it is noticed. */
fc.configureGlobal({ seed: 20261121, endOnFailure: true });
