# What R says of rarefied Shannon diversity with its own hypergeometric distribution, and of its gamma functions: neither
# the code of this project nor that of iNEXT. Run with `Rscript rarefied.R`; its output is quoted in iNEXT.test.ts.
q1 <- function(y, T, t) {          # y: counts of kinds over T units, rarefied to t units
  U <- sum(y) * t / T
  k <- 1:t
  e <- sum(sapply(y, function(c) sum(dhyper(k, c, T - c, t) * k * log(k))))
  exp(log(U) - e / U)
}
girdled <- c(46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2, rep(1, 12))
logged <- c(88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, rep(1, 14))
y500 <- c(rep(1,71),rep(2,34),rep(3,12),rep(4,14),rep(5,9),rep(6,11),rep(7,8),
          rep(8,4),rep(9,7),rep(10,5),rep(11,2),12,12,12,13,13,13,13,14,14,15,
          16,16,17,17,17,17,18,19,20,21,21,23,24,25,25,25,26,27,30,31,31,32,32,
          33,34,36,37,38,38,38,38,39,39,41,42,43,44,45,46,47,49,52,52,53,54,56,
          60,60,65,73,78,123,131,133)
options(digits = 15)
for (t in c(1, 20, 84, 167)) cat("girdled", t, q1(girdled, 168, t), "\n")
for (t in c(1, 20, 126, 251)) cat("logged", t, q1(logged, 252, t), "\n")
for (t in c(1, 20, 115, 229)) cat("ant h500m", t, q1(y500, 230, t), "\n")
cat(lgamma(c(0.5, 1.5, 7.25, 1e5)), "\n"); cat(digamma(c(0.5, 1, 7.25, 1e5)), "\n")
