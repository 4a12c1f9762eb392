# Writes linearModels.json, the reference values of the tests beside it: Rscript linearModels.R > linearModels.json, then prettier
# R's own lm, confint, predict, hatvalues on the data sets longley and mtcars that R carries. Made with R 4.2.
options(digits = 17)
number <- function(x) paste0("[", paste(sprintf("%.17g", x), collapse = ","), "]")
field <- function(name, x) paste0("\"", name, "\":", x)
object <- function(...) paste0("{", paste(..., sep = ","), "}")

describe <- function(data, score, columns, at) {
  form <- reformulate(columns, response = score)
  fit <- lm(form, data)
  summary <- summary(fit)
  centre <- as.data.frame(as.list(colMeans(data[columns])))
  point <- as.data.frame(as.list(unlist(data[at, columns]) * 1.1))
  names(point) <- columns
  interval <- function(level) predict(fit, point, interval = "prediction", level = level)
  without <- function(row) {
    refit <- lm(form, data[-row, ])
    guess <- predict(refit, data[row, columns, drop = FALSE], se.fit = TRUE)
    spread <- sqrt(guess$se.fit^2 + guess$residual.scale^2)
    list(guess = unname(guess$fit), spread = unname(spread),
         slopes = unname(coef(refit)[-1]), errors = unname(summary(refit)$coefficients[-1, 2]),
         density = dt((data[row, score] - guess$fit) / spread, refit$df.residual, log = TRUE) - log(spread))
  }
  rows <- seq_len(nrow(data))
  others <- lapply(rows, without)
  object(
    field("columns", paste0("[", paste(vapply(columns, function(name) number(data[[name]]), ""), collapse = ","), "]")),
    field("score", number(data[[score]])),
    field("level", number(predict(fit, centre))),
    field("slopes", number(coef(fit)[-1])),
    field("errors", number(summary$coefficients[-1, 2])),
    field("noise", number(summary$sigma)),
    field("low68", number(confint(fit, level = 0.68)[-1, 1])),
    field("high95", number(confint(fit, level = 0.95)[-1, 2])),
    field("positive", number(pt(coef(fit)[-1] / summary$coefficients[-1, 2], fit$df.residual))),
    field("leverages", number(hatvalues(fit))),
    field("point", number(unlist(point))),
    field("predicted68", number(interval(0.68))),
    field("predicted95", number(interval(0.95))),
    field("guesses", number(vapply(others, function(one) one$guess, 0))),
    field("spreads", number(vapply(others, function(one) one$spread, 0))),
    field("firstSlopes", number(vapply(others, function(one) one$slopes[1], 0))),
    field("firstErrors", number(vapply(others, function(one) one$errors[1], 0))),
    field("logDensity", number(sum(vapply(others, function(one) one$density, 0))))
  )
}

# mtcars as if it were a table of runs: displacement as size, qsec as covariate, weight and power as two levels.
runs <- data.frame(size = log(mtcars$disp), qsec = mtcars$qsec, weight = mtcars$wt, power = mtcars$hp, score = mtcars$mpg)
slope <- function(fit, name) {
  sd <- sd(runs[[name]])
  test <- summary(fit)$coefficients[name, ]
  object(field("mean", number(coef(fit)[name] * sd)),
         field("interval68", number(confint(fit, name, level = 0.68) * sd)),
         field("interval95", number(confint(fit, name, level = 0.95) * sd)),
         field("positive", number(pt(test["t value"], fit$df.residual))))
}
foretell <- function(form) {
  rows <- seq_len(nrow(runs))
  errors <- vapply(rows, function(row) {
    refit <- lm(form, runs[-row, ])
    guess <- predict(refit, runs[row, ], se.fit = TRUE)
    spread <- sqrt(guess$se.fit^2 + guess$residual.scale^2)
    error <- runs$score[row] - guess$fit
    c(error, dt(error / spread, refit$df.residual, log = TRUE) - log(spread), runs$score[row] - mean(runs$score[-row]))
  }, numeric(3))
  c(1 - sum(errors[1, ]^2) / sum(errors[3, ]^2), sum(errors[2, ]))
}
alone <- lm(score ~ size + qsec + weight, runs)
both <- lm(score ~ size + qsec + weight + power, runs)
size <- lm(score ~ qsec + size, runs)
inflation <- function(name) {
  others <- setdiff(c("size", "qsec", "weight", "power"), name)
  1 / (1 - summary(lm(reformulate(others, response = name), runs))$r.squared)
}
difference <- function() {
  step <- c(0, 0, 0, sd(runs$weight), -sd(runs$power))
  pt(sum(step * coef(both)) / sqrt(drop(step %*% vcov(both) %*% step)), both$df.residual)
}
held <- foretell(score ~ size + qsec)
tails <- expand.grid(t = c(-25, -3.5, -1, -0.01, 0.5, 2, 12), df = c(1, 2.5, 7, 30, 9990))
cat("{",
    field("longley", describe(longley, "Employed",
                              c("GNP.deflator", "GNP", "Unemployed", "Armed.Forces", "Population", "Year"), 3)), ",",
    field("mtcars", describe(mtcars, "mpg", c("wt", "hp", "qsec"), 5)), ",",
    field("t", object(field("t", number(tails$t)), field("df", number(tails$df)),
                      field("cdf", number(pt(tails$t, tails$df))),
                      field("logDensity", number(dt(tails$t, tails$df, log = TRUE))))), ",",
    field("reach", object(field("df", number(c(1, 2, 3, 8, 100, 9990))),
                          field("at68", number(qt(0.84, c(1, 2, 3, 8, 100, 9990)))),
                          field("at95", number(qt(0.975, c(1, 2, 3, 8, 100, 9990)))))),
    ",", field("runs", object(
      field("columns", paste0("[", paste(number(mtcars$disp), number(runs$qsec), number(runs$weight), number(runs$power), number(runs$score), sep = ","), "]")),
      field("alone", slope(alone, "weight")), field("size", slope(size, "size")),
      field("weight", slope(both, "weight")), field("power", slope(both, "power")),
      field("inflation", number(c(inflation("weight"), inflation("power")))),
      field("firstLarger", number(difference())),
      field("held", number(held)), field("foretoldAlone", number(foretell(score ~ size + qsec + weight))),
      field("foretoldBoth", number(foretell(score ~ size + qsec + weight + power))))),
    "}\n", sep = "")
