package dev.pilcrow.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The pictures in deploy/pictures, which the README shows. `-Dpilcrow.pictures=write` draws them anew, to be looked at before
/// they are kept.
public final class Pictures {

    private static final Path FOLDER = Path.of("deploy", "pictures");
    private static final boolean WRITE = "write".equals(System.getProperty("pilcrow.pictures"));

    private Pictures() {
    }

    /// Fails unless a file is this picture, to the letter.
    ///
    /// @param test the class that draws it
    public static void demand(String file, String svg, Class<?> test) throws IOException {
        if (WRITE) {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(file), svg);
        }
        assertThat(Files.readString(FOLDER.resolve(file)))
                .as("%s is drawn anew by: mvn test -Dtest=%s -Dpilcrow.pictures=write", FOLDER.resolve(file),
                        test.getSimpleName())
                .isEqualTo(svg);
    }
}
