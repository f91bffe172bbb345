import fc from "fast-check";

/** Every mutant meets the same generated data. */
fc.configureGlobal({ seed: 20261121 });
