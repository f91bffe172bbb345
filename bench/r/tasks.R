# What the statistics benchmarks do, done in R on the same numbers: Rscript tasks.R TASK SIZE PACKAGE
#
# Prints "seconds" with one time per run, then one line per thing found, which bench/r/time-in-r.ts holds against our own.
# The loading of the package, the making of the numbers and the fits that a diagnostic starts from are not timed.

uniforms <- function(n, seed) {
  drawn <- numeric(n)
  for (i in seq_len(n)) drawn[i] <- seed <- (16807 * seed) %% 2147483647
  drawn / 2147483647
}

normals <- function(n, seed) {
  pairs <- matrix(uniforms(2 * ceiling(n / 2), seed), nrow = 2)
  angle <- 2 * pi * pairs[2, ]
  both <- rbind(cos(angle), sin(angle))
  as.vector(sweep(both, 2, sqrt(-2 * log(pairs[1, ])), "*"))[seq_len(n)]
}

studies <- function(k, seed) {
  vi <- exp(0.8 * normals(k, seed) - 2)
  data.frame(yi = 0.3 + normals(k, seed + 1000003) * sqrt(vi + 0.05), vi = vi)
}

reml <- function(set) metafor::rma.uni(yi, vi, data = set, method = "REML")
observed <- function(n, seed) as.integer(uniforms(n, seed) < 0.6)
whole_days <- function(n, seed) ceiling(-1000 * log(uniforms(n, seed)))

# Without metafor's k x k matrices: the root of the restricted score in tau2, by sums.
plain_reml <- function(set) {
  mean_at <- function(tau2) weighted.mean(set$yi, 1 / (set$vi + tau2))
  score <- function(tau2) {
    w <- 1 / (set$vi + tau2)
    sum((w * (set$yi - mean_at(tau2)))^2) - sum(w) + sum(w^2) / sum(w)
  }
  tau2 <- if (score(0) <= 0) 0 else uniroot(score, c(0, var(set$yi)), tol = 1e-14)$root
  list(tau2 = tau2, estimate = mean_at(tau2))
}

repeated <- function(rows, times) {
  subject <- rep(seq_len(rows / times), each = times)
  list(subject = subject, place = rep(seq_len(times), rows / times), arm = (subject - 1) %% 2)
}

# Each task prepares at a size and gives what is timed; `acts` says how many acts one run holds.
tasks <- list(
  "reml-fits" = function(n) {
    sets <- lapply(1:20, function(j) studies(10 * j, 17 * j))
    list(acts = 1, run = function() {
      list(sum_tau2 = sum(vapply(seq_len(n), function(i) reml(sets[[(i - 1) %% 20 + 1]])$tau2, 0)))
    })
  },
  "plain-reml-fit" = function(k) {
    set <- studies(k, 5)
    list(acts = 1, run = function() plain_reml(set))
  },
  "leave-one-out" = function(k) {
    fit <- reml(studies(k, 9))
    list(acts = 1, run = function() {
      left <- metafor::leave1out(fit)
      list(first = left$estimate[1], sum_tau2 = sum(left$tau2))
    })
  },
  "diagnostics" = function(k) {
    fit <- reml(studies(k, 9))
    list(acts = 1, run = function() list(sum_cook = sum(influence(fit)$inf$cook.d)))
  },
  "q-profile" = function(k) {
    fits <- lapply(1:100, function(j) reml(studies(k, 31 * j)))
    list(acts = 100, run = function() list(sum_high = sum(vapply(fits, function(fit) confint(fit)$random["tau^2", "ci.ub"], 0))))
  },
  "three-levels" = function(k) {
    cluster <- rep(seq_len(ceiling(k / 5)), each = 5)[seq_len(k)]
    set <- transform(studies(k, 3), cluster = cluster, effect = seq_len(k))
    set$yi <- set$yi + 0.3 * normals(max(cluster), 77)[cluster]
    list(acts = 1, run = function() {
      fit <- metafor::rma.mv(yi, vi, random = ~ 1 | cluster/effect, data = set, sparse = TRUE)
      list(sigma2 = fit$sigma2, estimate = as.vector(fit$beta))
    })
  },
  "mantel-haenszel" = function(k) {
    u <- matrix(uniforms(4 * k, 11), ncol = 4)
    counts <- data.frame(ai = floor(20 * u[, 1]), bi = 20 + floor(80 * u[, 2]), ci = floor(25 * u[, 3]), di = 20 + floor(80 * u[, 4]))
    list(acts = 1, run = function() {
      list(estimate = as.vector(metafor::rma.mh(measure = "OR", ai = ai, bi = bi, ci = ci, di = di, data = counts)$beta))
    })
  },
  "trim-and-fill" = function(k) {
    fit <- reml(studies(k, 9))
    list(acts = 1, run = function() list(missing = metafor::trimfill(fit, estimator = "L0")$k0))
  },
  "quantiles" = function(n) {
    u <- uniforms(n, 91)
    list(acts = 1, run = function() list(sum = sum(pt(8 * u - 4, 1 + 50 * u)) + sum(qnorm(0.001 + 0.998 * u))))
  },
  "kaplan-meier" = function(n) survival_curve(-10 * log(uniforms(n, 21)), n),
  "kaplan-meier-tied" = function(n) survival_curve(whole_days(n, 21), n),
  "log-rank" = function(n) {
    rows <- data.frame(time = whole_days(n, 21), status = observed(n, 22), group = rep_len(0:1, n))
    list(acts = 1, run = function() list(chisq = survival::survdiff(survival::Surv(time, status) ~ group, rows)$chisq))
  },
  "cox" = function(n) {
    x <- matrix(normals(10 * n, 41), n)
    time <- ceiling(-1000 * log(uniforms(n, 42)) * exp(-as.vector(x %*% seq(-0.5, 0.5, length.out = 10))))
    status <- observed(n, 43)
    list(acts = 1, run = function() {
      fit <- survival::coxph(survival::Surv(time, status) ~ x)
      list(coef1 = coef(fit)[[1]], logLik = fit$loglik[2])
    })
  },
  "cumulative-incidence" = function(n) {
    time <- whole_days(n, 51)
    u <- uniforms(n, 52)
    cause <- factor((u >= 0.4) + (u >= 0.75), levels = 0:2)
    list(acts = 1, run = function() {
      fit <- survival::survfit(survival::Surv(time, cause) ~ 1)
      list(last = fit$pstate[length(fit$time), 2], se = fit$std.err[length(fit$time), 2])
    })
  },
  "mixed-model" = function(rows) {
    r <- repeated(rows, 5)
    people <- rows / 5
    time <- r$place - 1
    y <- 20 + 6 * normals(people, 61)[r$subject] + (3 + 1.2 * normals(people, 62)[r$subject] + 0.5 * r$arm) * time + 4 * normals(rows, 63)
    set <- data.frame(y, time, arm = r$arm, subject = factor(r$subject))
    list(acts = 1, run = function() {
      fit <- lme4::lmer(y ~ time * arm + (1 + time | subject), set)
      spread <- attr(lme4::VarCorr(fit)$subject, "stddev")
      list(fixed = as.vector(lme4::fixef(fit)), sd = c(as.vector(spread), sigma(fit)))
    })
  },
  "mmrm" = function(people) {
    r <- repeated(4 * people, 4)
    y <- 20 + 6 * normals(people, 71)[r$subject] + (2 + 0.7 * r$arm) * r$place + 4 * normals(4 * people, 72)
    set <- data.frame(y, subject = r$subject, place = r$place, visit = factor(r$place), arm = r$arm)
    list(acts = 1, run = function() {
      fit <- nlme::gls(y ~ visit * arm, set, nlme::corSymm(form = ~ place | subject), nlme::varIdent(form = ~ 1 | place))
      list(last = coef(fit)[["visit4:arm"]])
    })
  }
)

survival_curve <- function(time, n) {
  status <- observed(n, 22)
  list(acts = 1, run = function() {
    fit <- survival::survfit(survival::Surv(time, status) ~ 1)
    list(median = quantile(fit, 0.5)$quantile[[1]])
  })
}

asked <- commandArgs(trailingOnly = TRUE)
invisible(suppressMessages(loadNamespace(asked[3])))
task <- suppressMessages(tasks[[asked[1]]](as.numeric(asked[2])))
timed <- function() {
  gc(FALSE)
  system.time(found <<- suppressWarnings(suppressMessages(task$run())))[["elapsed"]]
}
found <- NULL
seconds <- timed()
if (seconds < 10) seconds <- c(seconds, timed(), timed()) # what takes longer is run once
line <- function(name, values) cat(name, format(as.numeric(values), digits = 15, trim = TRUE), "\n")
line("seconds", seconds / task$acts)
for (name in names(found)) line(name, found[[name]])
