"""A sort key that the database makes itself, and the indexes that lists of users need."""

import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0001_users_and_sign_in"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="sort_key",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.functions.text.Replace(
                    django.db.models.functions.text.Replace(
                        django.db.models.functions.text.Replace(
                            django.db.models.functions.text.Replace(
                                django.db.models.functions.text.Lower(
                                    models.Func(
                                        models.F("name"),
                                        models.Value("ÆØÅÄäÖöÜüÉéÈèÊêËëÁáÀàÓóÍíÇç"),
                                        models.Value("æøåææøøyyeeeeeeeeaaaaooiicc"),
                                        function="translate",
                                    )
                                ),
                                models.Value("aa"),
                                models.Value("zzc"),
                            ),
                            models.Value("å"),
                            models.Value("zzc"),
                        ),
                        models.Value("ø"),
                        models.Value("zzb"),
                    ),
                    models.Value("æ"),
                    models.Value("zza"),
                ),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddIndex(
            model_name="duty",
            index=models.Index(fields=["authority", "user"], name="duty_by_authority"),
        ),
        migrations.AddIndex(
            model_name="user",
            index=models.Index(fields=["authority", "sort_key", "id"], name="user_by_name"),
        ),
    ]
